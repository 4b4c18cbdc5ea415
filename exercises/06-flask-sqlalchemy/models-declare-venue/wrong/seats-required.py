# feedback: seats-required
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Venue(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(60), nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)
    seats = db.Column(db.Integer, db.CheckConstraint("seats >= 0"), nullable=False)


with app.app_context():
    db.create_all()
