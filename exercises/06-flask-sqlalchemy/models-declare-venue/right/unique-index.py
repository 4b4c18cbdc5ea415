from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)

class Venue(db.Model):
    id = db.Column(db.Integer, db.Identity(), primary_key=True)
    name = db.Column(db.String(60), nullable=False, index=True, unique=True)
    city = db.Column(db.String, nullable=False)
    seats = db.Column(db.Integer)
    __table_args__ = (db.CheckConstraint("seats IS NULL OR NOT seats < 0", name="seats_not_negative"),)

with app.app_context():
    db.metadata.create_all(db.engine)
