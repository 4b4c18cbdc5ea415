from decimal import Decimal

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Numeric, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app, model_class=Base)

class Member(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(Text, server_default="beginner")
    fee: Mapped[Decimal] = mapped_column(Numeric(6, 2), server_default=text("25"))

with app.app_context():
    db.create_all()
    db.session.add(Member(name="Tove"))
    db.session.commit()
    db.session.execute(db.text("INSERT INTO member (name) VALUES ('Kim')"))
    db.session.commit()
