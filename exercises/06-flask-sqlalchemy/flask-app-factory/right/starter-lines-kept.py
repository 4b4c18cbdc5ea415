from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

URI = "postgresql+psycopg2://postgres@localhost/athleticu"

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = URI
db = SQLAlchemy(app)

class Club(db.Model):
    __tablename__ = "clubs"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)

@app.get("/clubs")
def clubs():
    return jsonify(db.session.scalars(db.select(Club.name).order_by(Club.name)).all())

app.test_client().get("/clubs").json

def create_app(uri):
    another = Flask(__name__)
    another.config["SQLALCHEMY_DATABASE_URI"] = uri
    db.init_app(another)
    another.add_url_rule("/clubs", view_func=clubs)
    return another

create_app(URI).test_client().get("/clubs").json
