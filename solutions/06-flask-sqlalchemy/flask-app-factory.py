from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

URI = "postgresql+psycopg2://postgres@localhost/athleticu"

db = SQLAlchemy()

class Club(db.Model):
    __tablename__ = "clubs"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)

def create_app(uri):
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = uri
    db.init_app(app)

    @app.get("/clubs")
    def clubs():
        return jsonify(db.session.scalars(db.select(Club.name).order_by(Club.name)).all())

    return app

create_app(URI).test_client().get("/clubs").json
