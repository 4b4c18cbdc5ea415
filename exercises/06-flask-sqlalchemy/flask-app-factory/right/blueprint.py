from flask import Blueprint, Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Club(db.Model):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


pages = Blueprint("pages", __name__)


@pages.get("/clubs")
def clubs():
    return [club.name for club in db.session.scalars(db.select(Club).order_by(Club.name))]


def create_app(uri):
    app = Flask(__name__)
    app.config.from_mapping(SQLALCHEMY_DATABASE_URI=uri)
    db.init_app(app)
    app.register_blueprint(pages)
    return app
