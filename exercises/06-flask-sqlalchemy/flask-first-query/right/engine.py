from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


def club_names(city):
    with app.app_context(), db.engine.connect() as connection:
        query = db.text("SELECT name FROM clubs WHERE city = :city ORDER BY name")
        return list(connection.scalars(query, {"city": city}))
