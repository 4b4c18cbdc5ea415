from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Venue(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(60), nullable=False, unique=True, index=True)
    city = db.Column(db.Text, nullable=False)
    seats = db.Column(db.Integer, nullable=True)
    __table_args__ = (db.CheckConstraint("NOT seats < 0"),)


with app.app_context():
    Venue.__table__.create(db.engine)
