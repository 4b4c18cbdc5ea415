# feedback: one-app
from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Club(db.Model):
    __tablename__ = "clubs"

    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)


@app.get("/clubs")
def clubs():
    return jsonify(db.session.scalars(db.select(Club.name).order_by(Club.name)).all())


def create_app(uri):
    app.config["SQLALCHEMY_DATABASE_URI"] = uri
    return app
