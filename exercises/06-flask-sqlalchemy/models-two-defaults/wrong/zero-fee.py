# feedback: zero-fee
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Member(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False)
    level = db.Column(db.Text, nullable=False, server_default="Beginner")
    fee = db.Column(db.Numeric(6, 2), nullable=False, server_default="0")


with app.app_context():
    db.create_all()
