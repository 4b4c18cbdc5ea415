from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)

class Member(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False)
    level = db.Column(db.Text, nullable=False, default="beginner")
    fee = db.Column(db.Numeric(6, 2), nullable=False, default=25)

with app.app_context():
    db.create_all()
    db.session.add(Member(name="Tove"))
    db.session.commit()
    # What the old script does. With the right model you can take the # away.
    # db.session.execute(db.text("INSERT INTO member (name) VALUES ('Kim')"))
    # db.session.commit()
