# feedback: still-missing
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Club(db.Model):
    __tablename__ = "clubs"

    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)
    founded_on = db.Column(db.Date)
    website = db.Column(db.Text)


with app.app_context():
    db.create_all()
    db.session.commit()
