from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)

class Venue(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    # name, city, seats

# Make the table.
