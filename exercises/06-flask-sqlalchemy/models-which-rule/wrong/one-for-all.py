# feedback: one-for-all
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


def add_course(name, metres):
    try:
        db.session.add(Course(name=name, metres=metres))
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return "name taken"
    return "added"
