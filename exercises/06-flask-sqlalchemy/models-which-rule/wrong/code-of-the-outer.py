# feedback: exception
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)


class Course(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    metres = db.Column(db.Integer, db.CheckConstraint("metres >= 0"))


with app.app_context():
    db.create_all()

WORDS = {"23502": "name missing", "23505": "name taken", "23514": "bad length"}


def add_course(name, metres):
    try:
        db.session.add(Course(name=name, metres=metres))
        db.session.commit()
    except IntegrityError as error:
        db.session.rollback()
        return WORDS[error.pgcode]
    return "added"
