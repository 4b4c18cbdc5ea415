"""Flask and Flask-SQLAlchemy, through Flask's own test client."""

import sqlalchemy as sa
from flask import Flask, abort, flash, g, get_flashed_messages, jsonify, redirect, render_template_string, request, session, url_for
from flask_sqlalchemy import SQLAlchemy
from harness import URL, described, step
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def attempt(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except Exception as error:
        return described(error)


def shown(response):
    return response.status, response.content_type, response.get_data(as_text=True)


LIST = """<ul>{% for club in clubs %}<li>{{ loop.index }}. <a href="{{ url_for('club', id=club.id) }}">{{ club.name }}</a></li>
{% else %}<li>None</li>{% endfor %}</ul>{% if page %}{{ page.page }}/{{ page.pages }}{% endif %}"""


def make(**config):
    """An application by a factory, as lessons make it."""

    class Base(DeclarativeBase):
        pass

    db = SQLAlchemy(model_class=Base)

    class Club(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(sa.String(40), unique=True)
        athletes: Mapped[list["Athlete"]] = relationship(back_populates="club", order_by="Athlete.id")

    class Athlete(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        club_id: Mapped[int] = mapped_column(sa.ForeignKey("club.id"))
        club: Mapped[Club] = relationship(back_populates="athletes")

    def create_app():
        app = Flask(__name__)
        app.config.update(SQLALCHEMY_DATABASE_URI=URL, SECRET_KEY="not secret", TESTING=True, **config)
        db.init_app(app)

        @app.get("/")
        def index():
            return render_template_string(LIST, clubs=db.session.scalars(db.select(Club).order_by(Club.id)), page=None)

        @app.get("/page")
        def page():
            pagination = db.paginate(db.select(Club).order_by(Club.id), per_page=2, max_per_page=3)
            return render_template_string(LIST, clubs=pagination, page=pagination)

        @app.get("/clubs/<int:id>")
        def club(id):
            found = db.get_or_404(Club, id, description=f"no club {id}")
            return {"id": found.id, "name": found.name, "athletes": [athlete.name for athlete in found.athletes]}

        @app.get("/named/<name>")
        def named(name):
            return jsonify(db.one_or_404(db.select(Club).filter_by(name=name)).id)

        @app.post("/clubs")
        def add():
            made = Club(name=request.form["name"])
            db.session.add(made)
            try:
                db.session.commit()
            except sa.exc.IntegrityError as error:
                db.session.rollback()
                return {"error": error.orig.diag.message_detail}, 409
            flash(f"Added {made.name}")
            return redirect(url_for("club", id=made.id))

        return app

    app = create_app()
    with app.app_context():
        db.create_all()
    return app, db, Club, Athlete


def filled(count=5, **config):
    app, db, Club, Athlete = make(**config)
    with app.app_context():
        db.session.add_all([Club(name=f"Club {number}") for number in range(1, count + 1)])
        db.session.flush()
        db.session.add(Athlete(name="Ida", club=db.session.get(Club, 1)))
        db.session.commit()
    return app, db, Club, Athlete


@step
def app_factory():
    app, db, Club, Athlete = make()
    return sorted(rule.rule for rule in app.url_map.iter_rules()), Club.__tablename__, sorted(db.metadata.tables)


@step
def needs_a_context():
    app, db, Club, Athlete = make()
    return attempt(lambda: db.session.scalar(sa.text("SELECT 1"))), attempt(lambda: db.engine)


@step
def contexts():
    app, db, Club, Athlete = make()
    with app.app_context():
        g.x = 1
        one = db.session.scalar(sa.select(1)), g.x, db.engine.dialect.driver
    with app.test_request_context("/clubs/3?a=b"):
        two = request.path, request.args["a"], url_for("club", id=3)
    return one, two


@step
def lists():
    app, *_ = filled(2)
    return shown(app.test_client().get("/"))


@step
def an_empty_list():
    app, *_ = make()
    return shown(app.test_client().get("/"))


@step
def escapes_what_was_typed():
    app, db, Club, Athlete = make()
    with app.app_context():
        db.session.add(Club(name="<b>'Bold'</b> & Co"))
        db.session.commit()
    return shown(app.test_client().get("/"))


@step
def pages():
    app, *_ = filled()
    client = app.test_client()
    return [shown(client.get(f"/page?{query}")) for query in ("", "page=3", "page=9", "per_page=9", "page=x", "page=2&per_page=1")]


@step
def pagination_by_itself():
    app, db, Club, Athlete = filled()
    with app.test_request_context():
        page = db.paginate(db.select(Club).order_by(Club.id), page=2, per_page=2)
        return page.total, page.pages, page.has_next, page.has_prev, page.next_num, page.first, page.last, [c.name for c in page.items], list(page.iter_pages())


@step
def get_or_404():
    app, *_ = filled(1)
    client = app.test_client()
    return shown(client.get("/clubs/1")), shown(client.get("/clubs/77")), shown(client.get("/named/Club 1")), shown(client.get("/named/x"))


@step
def posts_a_form():
    app, *_ = filled(1)
    client = app.test_client()
    return (
        shown(client.post("/clubs", data={"name": "Fresh"})),
        shown(client.post("/clubs", data={"name": "Fresh"})),
        shown(client.post("/clubs", data={})),
        shown(client.get("/clubs")),
        shown(client.post("/clubs", data={"name": "Another"}, follow_redirects=True)),
    )


@step
def sessions_and_flashes():
    app, *_ = make()

    @app.get("/count")
    def count():
        session["n"] = session.get("n", 0) + 1
        return {"n": session["n"], "flashed": get_flashed_messages()}

    client = app.test_client()
    client.post("/clubs", data={"name": "x"})
    return [client.get("/count").json for _ in range(2)]


@step
def json_bodies():
    app, *_ = make()

    @app.put("/echo")
    def echo():
        return jsonify(got=request.get_json(), kind=request.content_type)

    client = app.test_client()
    return shown(client.put("/echo", json={"a": [1, "ü"]})), client.put("/echo", data="{", content_type="application/json").status


@step
def error_handlers():
    app, *_ = make()

    @app.errorhandler(404)
    def missing(error):
        return {"why": error.description}, 404

    @app.get("/teapot")
    def teapot():
        abort(418)

    client = app.test_client()
    return shown(client.get("/nowhere")), client.get("/teapot").status


@step
def an_error_in_a_view():
    app, db, *_ = make()

    @app.get("/broken")
    def broken():
        return str(db.session.scalar(sa.text("SELECT 1/0")))

    return attempt(app.test_client().get, "/broken")


@step
def a_request_ends_its_session():
    app, db, Club, Athlete = make()

    @app.get("/forget")
    def forget():
        db.session.add(Club(name="lost"))
        db.session.flush()
        return "done"

    client = app.test_client()
    client.get("/forget")
    with app.app_context():
        return db.session.scalar(db.select(db.func.count()).select_from(Club))


@step
def classic_style():
    db = SQLAlchemy()

    class TrainingGroup(db.Model):
        id = db.Column(db.Integer, primary_key=True)
        name = db.Column(db.String(20), nullable=False)
        members = db.relationship("Member", backref="group", lazy="dynamic")

        def __repr__(self):
            return f"<{self.name}>"

    class Member(db.Model):
        __tablename__ = "people"
        id = db.Column(db.Integer, primary_key=True)
        group_id = db.Column(db.ForeignKey("training_group.id"))

    app = Flask("classic")
    app.config["SQLALCHEMY_DATABASE_URI"] = URL
    db.init_app(app)
    with app.app_context():
        db.create_all()
        group = TrainingGroup(name="A", members=[Member(), Member()])
        db.session.add(group)
        db.session.commit()
        return TrainingGroup.__tablename__, TrainingGroup.query.all(), group.members.count(), TrainingGroup.query.filter_by(name="A").first(), TrainingGroup.query.get(99), attempt(TrainingGroup.query.get_or_404, 99)["type"]


@step
def drop_all():
    app, db, Club, Athlete = filled()
    with app.app_context():
        before = sorted(sa.inspect(db.engine).get_table_names())
        db.drop_all()
        return before, sa.inspect(db.engine).get_table_names()


@step
def no_configuration():
    db = SQLAlchemy()
    return attempt(db.init_app, Flask("bare"))


@step
def records_queries():
    from flask_sqlalchemy.record_queries import get_recorded_queries

    app, db, Club, Athlete = filled(1, SQLALCHEMY_RECORD_QUERIES=True)
    with app.app_context():
        db.session.get(Club, 1)
        return [(query.statement, query.parameters) for query in get_recorded_queries()]


@step
def reflects():
    app, db, *_ = filled(1)
    other = SQLAlchemy()
    again = Flask("again")
    again.config["SQLALCHEMY_DATABASE_URI"] = URL
    other.init_app(again)
    with again.app_context():
        other.reflect()
        return sorted(other.metadata.tables), [column.name for column in other.metadata.tables["club"].columns]
