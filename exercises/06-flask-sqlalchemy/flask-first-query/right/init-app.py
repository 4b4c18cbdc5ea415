from flask import Flask
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Club(db.Model):
    __tablename__ = "clubs"

    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)


app = Flask(__name__)
app.config.from_mapping(SQLALCHEMY_DATABASE_URI="postgresql+psycopg2://postgres@localhost/athleticu")
db.init_app(app)


def club_names(city):
    with app.app_context():
        clubs = db.session.scalars(db.select(Club).filter_by(city=city).order_by(Club.name))
        return [club.name for club in clubs]
