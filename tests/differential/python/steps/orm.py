"""SQLAlchemy's ORM: session, relationships, loading, events, hybrids."""

import datetime as dt
import decimal
import enum
from typing import List, Optional

import sqlalchemy as sa
from core import attempt, make_engine, traced
from harness import described, step
from sqlalchemy import event, func, select
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    Session,
    aliased,
    column_property,
    composite,
    contains_eager,
    declarative_base,
    defer,
    deferred,
    joinedload,
    lazyload,
    load_only,
    mapped_column,
    raiseload,
    registry,
    relationship,
    selectinload,
    sessionmaker,
    subqueryload,
    synonym,
    validates,
    with_loader_criteria,
    with_polymorphic,
)


class Level(enum.Enum):
    novice = 1
    master = 2


def models():
    class Base(DeclarativeBase):
        pass

    members = sa.Table(
        "memberships",
        Base.metadata,
        sa.Column("athlete_id", sa.ForeignKey("athletes.id"), primary_key=True),
        sa.Column("team_id", sa.ForeignKey("teams.id"), primary_key=True),
    )

    class Club(Base):
        __tablename__ = "clubs"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(sa.String(40), unique=True)
        city: Mapped[Optional[str]]
        athletes: Mapped[List["Athlete"]] = relationship(back_populates="club", cascade="all, delete-orphan", order_by="Athlete.id")

        def __repr__(self):
            return f"Club({self.name})"

    class Athlete(Base):
        __tablename__ = "athletes"
        id: Mapped[int] = mapped_column(primary_key=True)
        club_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("clubs.id"))
        mentor_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey("athletes.id"))
        name: Mapped[str]
        born_on: Mapped[Optional[dt.date]]
        level: Mapped[Level] = mapped_column(default=Level.novice)
        active: Mapped[bool] = mapped_column(server_default=sa.true())
        club: Mapped[Optional[Club]] = relationship(back_populates="athletes")
        mentor: Mapped[Optional["Athlete"]] = relationship(remote_side=[id], back_populates="pupils")
        pupils: Mapped[List["Athlete"]] = relationship(back_populates="mentor", order_by="Athlete.id")
        profile: Mapped[Optional["Profile"]] = relationship(back_populates="athlete", uselist=False, cascade="all, delete-orphan")
        teams: Mapped[List["Team"]] = relationship(secondary=members, back_populates="athletes", order_by="Team.id")
        team_names = association_proxy("teams", "name", creator=lambda name: Team(name=name))

        @hybrid_property
        def initial(self):
            return self.name[0]

        @initial.expression
        def initial(cls):
            return func.substr(cls.name, 1, 1)

        @hybrid_method
        def is_older_than(self, year):
            return self.born_on.year < year

        @is_older_than.expression
        def is_older_than(cls, year):
            return sa.extract("year", cls.born_on) < year

        @validates("name")
        def check_name(self, key, value):
            if value == "":
                raise ValueError("a name is needed")
            return value

        def __repr__(self):
            return f"Athlete({self.name})"

    class Profile(Base):
        __tablename__ = "profiles"
        athlete_id: Mapped[int] = mapped_column(sa.ForeignKey("athletes.id"), primary_key=True)
        text: Mapped[str]
        athlete: Mapped[Athlete] = relationship(back_populates="profile")

    class Team(Base):
        __tablename__ = "teams"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column(unique=True)
        athletes: Mapped[List[Athlete]] = relationship(secondary=members, back_populates="teams")

        def __repr__(self):
            return f"Team({self.name})"

    return Base, Club, Athlete, Profile, Team


def filled():
    Base, Club, Athlete, Profile, Team = models()
    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        ida = Athlete(name="Ida", born_on=dt.date(1994, 2, 11), level=Level.master, profile=Profile(text="sprinter"))
        jonas = Athlete(name="Jonas", born_on=dt.date(2001, 7, 30), mentor=ida)
        amara = Athlete(name="Amara", mentor=ida)
        relay = Team(name="Relay", athletes=[ida, jonas])
        session.add_all([Club(name="Harriers", city="Bergen", athletes=[ida, jonas]), Club(name="Velocity", athletes=[amara]), relay, Team(name="Masters", athletes=[ida])])
        session.commit()
    return engine, Club, Athlete, Profile, Team


@step
def unit_of_work():
    Base, Club, Athlete, Profile, Team = models()
    engine = make_engine()
    Base.metadata.create_all(engine)
    sent = traced(engine)
    with Session(engine) as session:
        club = Club(name="Harriers")
        club.athletes = [Athlete(name="Ida"), Athlete(name="Jonas")]
        session.add(club)
        before = club.id, club in session.new, session.dirty
        session.flush()
        after = club.id, [athlete.club_id for athlete in club.athletes], club in session.new
        session.commit()
        return before, after, club.name, sent


@step
def identity_map():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        one = session.get(Club, 1)
        sent = traced(engine)
        return one is session.get(Club, 1), one is session.scalars(select(Club).where(Club.name == "Harriers")).one(), len(sent), session.get(Club, 99), len(session.identity_map)


@step
def object_states():
    engine, Club, Athlete, Profile, Team = filled()
    said = []

    def note(thing):
        state = sa.inspect(thing)
        said.append((state.transient, state.pending, state.persistent, state.deleted, state.detached, state.expired))

    club = Club(name="New")
    note(club)
    session = Session(engine)
    session.add(club)
    note(club)
    session.flush()
    note(club)
    session.commit()
    note(club)
    session.delete(club)
    session.flush()
    note(club)
    session.commit()
    note(club)
    session.close()
    return said


@step
def dirty_tracking():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.get(Club, 1)
        club.city = "Oslo"
        history = sa.inspect(club).attrs.city.history
        dirty = repr(list(session.dirty)), session.is_modified(club)
        sent = traced(engine)
        session.commit()
        return history, dirty, sent


@step
def autoflush():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        session.add(Club(name="Third"))
        counted = session.scalar(select(func.count()).select_from(Club))
        with session.no_autoflush:
            session.add(Club(name="Fourth"))
            without = session.scalar(select(func.count()).select_from(Club))
        return counted, without


@step
def expire_and_refresh():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.get(Club, 1)
        session.execute(sa.text("UPDATE clubs SET city = 'Elsewhere' WHERE id = 1"))
        before = club.city
        session.refresh(club)
        middle = club.city
        session.expire(club, ["city"])
        sent = traced(engine)
        return before, middle, club.city, sent


@step
def detached():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.get(Club, 1)
        athlete = session.get(Athlete, 1)
        session.expunge(athlete)
        session.commit()
    return attempt(lambda: club.name), athlete.name, attempt(lambda: athlete.club)


@step
def expire_on_commit_off():
    engine, Club, Athlete, Profile, Team = filled()
    make = sessionmaker(engine, expire_on_commit=False)
    with make.begin() as session:
        club = session.get(Club, 1)
    return club.name, attempt(lambda: club.athletes)


@step
def rollback_restores():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.get(Club, 1)
        club.city = "x"
        session.add(Club(name="y"))
        session.flush()
        session.rollback()
        return club.city, session.scalars(select(Club.name).order_by(Club.id)).all()


@step
def constraint_in_a_flush():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        session.add(Club(name="Harriers"))
        refused = attempt(session.flush)
        again = attempt(session.scalar, select(1))
        session.rollback()
        return refused, again, session.scalar(select(1))


@step
def pending_rollback():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        session.add(Athlete(name="X", club_id=99))
        return attempt(session.commit), attempt(session.commit), attempt(session.get, Club, 1)


@step
def nested_transactions():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        session.add(Club(name="Kept"))
        try:
            with session.begin_nested():
                session.add(Club(name="Harriers"))
        except sa.exc.IntegrityError as error:
            refused = described(error)
        session.commit()
        return refused["pgcode"], session.scalars(select(Club.name).order_by(Club.id)).all()


@step
def lazy_loading():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        said = [(club.name, [athlete.name for athlete in club.athletes]) for club in session.scalars(select(Club).order_by(Club.id))]
        return said, sent


def loading(option):
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        query = select(Club).options(option(Club.athletes)).order_by(Club.id)
        said = [(club.name, club.athletes) for club in session.scalars(query).unique()]
        return said, sent


@step
def joined_loading():
    return loading(joinedload)


@step
def selectin_loading():
    return loading(selectinload)


@step
def subquery_loading():
    return loading(subqueryload)


@step
def explicit_lazy_loading():
    return loading(lazyload)


@step
def no_loading():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.scalars(select(Club).options(raiseload(Club.athletes)).limit(1)).one()
        return attempt(lambda: club.athletes)


@step
def joined_loading_needs_unique():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        return attempt(lambda: session.scalars(select(Club).options(joinedload(Club.athletes))).all())


@step
def nested_loading():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        query = select(Club).options(selectinload(Club.athletes).options(joinedload(Athlete.profile), selectinload(Athlete.teams)))
        clubs = session.scalars(query.order_by(Club.id)).all()
        return [[(a.name, a.profile and a.profile.text, a.teams) for a in club.athletes] for club in clubs], len(sent)


@step
def eager_through_an_own_join():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        query = select(Club).join(Club.athletes).where(Athlete.name == "Jonas").options(contains_eager(Club.athletes))
        return [(club, club.athletes) for club in session.scalars(query).unique()]


@step
def columns_on_demand():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        athlete = session.scalars(select(Athlete).options(load_only(Athlete.name), defer(Athlete.level)).where(Athlete.id == 1)).one()
        return athlete.name, athlete.born_on, athlete.level, sent


@step
def many_to_one_and_back():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        jonas = session.scalars(select(Athlete).filter_by(name="Jonas")).one()
        jonas.club = session.get(Club, 2)
        moved = jonas in session.get(Club, 2).athletes, jonas in session.get(Club, 1).athletes
        session.commit()
        return moved, jonas.club_id, jonas.mentor, jonas.mentor.pupils


@step
def one_to_one():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        ida = session.get(Athlete, session.scalar(select(Athlete.id).filter_by(name="Ida")))
        ida.profile = Profile(text="jumper")
        refused = attempt(session.flush)
        session.rollback()
        ida.profile = None
        session.commit()
        return refused if isinstance(refused, dict) else "done", session.scalar(select(func.count()).select_from(Profile))


@step
def many_to_many():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        relay = session.scalars(select(Team).filter_by(name="Relay")).one()
        before = sorted(athlete.name for athlete in relay.athletes)
        sent = traced(engine)
        relay.athletes.remove(relay.athletes[0])
        relay.athletes.append(Athlete(name="Late"))
        session.commit()
        return before, sorted(athlete.name for athlete in relay.athletes), sent


@step
def association_proxies():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        jonas = session.scalars(select(Athlete).filter_by(name="Jonas")).one()
        before = list(jonas.team_names)
        found = session.scalars(select(Athlete.name).where(Athlete.team_names.contains("Masters"))).all()
        return before, found


@step
def cascades():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        club = session.get(Club, 2)
        session.delete(club)
        session.commit()
        club = session.get(Club, 1)
        club.athletes.pop()
        refused = attempt(session.commit)
        # Sets decide in which order it loads what it is about to delete.
        return session.is_active, refused if isinstance(refused, dict) else "done", sorted(map(repr, sent))


@step
def delete_that_is_refused():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        return attempt(session.execute, sa.delete(Club).where(Club.id == 1))


@step
def queries():
    engine, Club, Athlete, Profile, Team = filled()
    mentor = aliased(Athlete, name="mentor")
    statements = [
        select(Athlete.name).where(Athlete.club.has(Club.city == "Bergen")).order_by(Athlete.id),
        select(Club.name).where(Club.athletes.any(Athlete.name.like("A%"))),
        select(Athlete.name, mentor.name).join(Athlete.mentor.of_type(mentor)).order_by(Athlete.id),
        select(Club, func.count(Athlete.id)).outerjoin(Club.athletes).group_by(Club).order_by(Club.id),
        select(Athlete.name).where(Athlete.level == Level.master),
        select(Athlete.name).where(Athlete.initial == "J"),
        select(Athlete.name).where(Athlete.is_older_than(2000)).order_by(Athlete.id),
        select(Athlete.name).join(Athlete.teams).where(Team.name == "Relay").order_by(Athlete.name),
        select(Athlete.name).where(~Athlete.teams.any()),
        select(Athlete.name).filter_by(club_id=1).order_by(Athlete.name.desc()).limit(1),
        select(sa.func.count(Club.id)),
        select(sa.func.min(Athlete.born_on), sa.func.max(Athlete.born_on)),
    ]
    with Session(engine) as session:
        return [(str(statement.compile(engine)), session.execute(statement).all()) for statement in statements]


@step
def legacy_query():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        query = session.query(Athlete)
        return (
            query.filter(Athlete.name != "Ida").order_by(Athlete.name).all(),
            query.filter_by(name="Ida").one(),
            query.count(),
            query.get(1).name,
            query.filter(Athlete.name == "Nobody").first(),
            attempt(query.one),
            attempt(query.filter_by(name="Nobody").one),
            session.query(Club.name, func.count(Athlete.id)).join(Athlete).group_by(Club.name).order_by(Club.name).all(),
            query.exists() is not None,
            session.query(query.filter_by(name="Ida").exists()).scalar(),
        )


@step
def bulk_statements():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        ids = session.scalars(sa.insert(Club).returning(Club.id, sort_by_parameter_order=True), [{"name": "A"}, {"name": "B"}]).all()
        made = session.scalars(sa.insert(Club).returning(Club), [{"name": "C"}]).all()
        session.execute(sa.update(Club), [{"id": ids[0], "city": "x"}, {"id": ids[1], "city": "y"}])
        changed = session.execute(sa.update(Club).where(Club.city == "x").values(city="z").returning(Club.name)).all()
        removed = session.execute(sa.delete(Club).where(Club.id.in_(ids))).rowcount
        return ids, made, changed, removed, sent


@step
def synchronised_updates():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        club = session.get(Club, 1)
        session.execute(sa.update(Club).values(city=Club.name + "!"), execution_options={"synchronize_session": "fetch"})
        one = club.city
        session.execute(sa.update(Club).where(Club.id == 1).values(city="evaluated"), execution_options={"synchronize_session": "evaluate"})
        return one, club.city


@step
def upsert_of_objects():
    engine, Club, Athlete, Profile, Team = filled()
    insert = pg.insert(Club).values([{"name": "Harriers", "city": "new"}, {"name": "Fresh", "city": None}])
    query = insert.on_conflict_do_update(index_elements=[Club.name], set_={"city": insert.excluded.city}).returning(Club)
    with Session(engine) as session:
        return [(club.name, club.city) for club in session.scalars(query, execution_options={"populate_existing": True})]


@step
def session_events():
    engine, Club, Athlete, Profile, Team = filled()
    heard = []
    session = Session(engine)
    for name in ("before_flush", "after_flush", "before_commit", "after_commit", "after_begin", "after_rollback", "pending_to_persistent", "transient_to_pending", "persistent_to_deleted"):
        event.listen(session, name, lambda *_arguments, name=name: heard.append(name))
    club = Club(name="New")
    session.add(club)
    session.commit()
    session.delete(club)
    session.flush()
    session.rollback()
    session.close()
    return heard


@step
def mapper_and_attribute_events():
    engine, Club, Athlete, Profile, Team = filled()
    heard = []
    for name in ("before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete"):
        event.listen(Club, name, lambda mapper, connection, target, name=name: heard.append((name, target.name)))
    event.listen(Club.city, "set", lambda target, value, old, initiator: heard.append(("set", value)))
    event.listen(Club.athletes, "append", lambda target, value, initiator: heard.append(("append", value.name)))
    event.listen(Club, "load", lambda target, context: heard.append(("load", target.name)))
    with Session(engine) as session:
        club = Club(name="New")
        session.add(club)
        session.flush()
        club.city = "x"
        session.flush()
        session.delete(club)
        session.flush()
        club = session.get(Club, 1)
        club.athletes.append(Athlete(name="Z"))
    return heard


@step
def validation():
    Base, Club, Athlete, Profile, Team = models()
    return attempt(Athlete, name=""), attempt(Athlete, nome="x")


@step
def loader_criteria():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        query = select(Club).options(with_loader_criteria(Athlete, Athlete.name != "Ida"), selectinload(Club.athletes)).order_by(Club.id)
        return [club.athletes for club in session.scalars(query)]


@step
def joined_table_inheritance():
    class Base(DeclarativeBase):
        pass

    class Person(Base):
        __tablename__ = "people"
        id: Mapped[int] = mapped_column(primary_key=True)
        kind: Mapped[str]
        name: Mapped[str]
        __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}

    class Coach(Person):
        __tablename__ = "coaches"
        id: Mapped[int] = mapped_column(sa.ForeignKey("people.id"), primary_key=True)
        licence: Mapped[str]
        __mapper_args__ = {"polymorphic_identity": "coach"}

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Person(name="P"), Coach(name="C", licence="A")])
        session.commit()
        sent = traced(engine)
        people = session.scalars(select(Person).order_by(Person.id)).all()
        both = with_polymorphic(Person, [Coach])
        return [type(p).__name__ for p in people], people[1].licence, session.scalars(select(both.name).where(both.Coach.licence == "A")).all(), sent


@step
def single_table_inheritance():
    class Base(DeclarativeBase):
        pass

    class Event(Base):
        __tablename__ = "events"
        id: Mapped[int] = mapped_column(primary_key=True)
        kind: Mapped[str]
        __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "event"}

    class Race(Event):
        metres: Mapped[Optional[int]]
        __mapper_args__ = {"polymorphic_identity": "race"}

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Event(), Race(metres=100)])
        session.commit()
        return session.scalars(select(Race.metres)).all(), [type(e).__name__ for e in session.scalars(select(Event).order_by(Event.id))]


@step
def dataclasses_and_mixins():
    class Base(MappedAsDataclass, DeclarativeBase):
        pass

    class Stamped(MappedAsDataclass):
        made: Mapped[dt.datetime] = mapped_column(server_default=func.now(), init=False)

    class Note(Stamped, Base):
        __tablename__ = "notes"
        id: Mapped[int] = mapped_column(primary_key=True, init=False)
        text: Mapped[str]
        stars: Mapped[int] = mapped_column(default=0)

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        note = Note("hello", stars=2)
        before = repr(note).split("made")[1]
        session.add(note)
        session.commit()
        return before, note.id, note.made is not None, attempt(Note)["type"]


@step
def mutable_documents():
    Base = declarative_base()

    class Document(Base):
        __tablename__ = "documents"
        id = sa.Column(sa.Integer, primary_key=True)
        body = sa.Column(MutableDict.as_mutable(pg.JSONB))
        plain = sa.Column(pg.JSONB)
        tags = sa.Column(MutableList.as_mutable(pg.ARRAY(sa.String)))

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        document = Document(body={"a": 1}, plain={"a": 1}, tags=["x"])
        session.add(document)
        session.commit()
        document.body["b"] = 2
        document.plain["b"] = 2
        document.tags.append("y")
        session.commit()
        return document.body, document.plain, document.tags


@step
def column_properties():
    Base = declarative_base()

    class Item(Base):
        __tablename__ = "items"
        id = sa.Column(sa.Integer, primary_key=True)
        price = sa.Column(sa.Numeric(6, 2))
        amount = sa.Column(sa.Integer)
        notes = deferred(sa.Column(sa.Text))
        total = column_property(price * amount)
        cost = synonym("price")

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Item(price=decimal.Decimal("1.50"), amount=3, notes="n"), Item(cost=2, amount=1)])
        session.commit()
        sent = traced(engine)
        return [(i.total, i.cost, i.notes) for i in session.scalars(select(Item).order_by(Item.total))], session.scalars(select(Item.id).where(Item.total > 3)).all(), sent


@step
def composites():
    Base = declarative_base()

    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

        def __composite_values__(self):
            return self.x, self.y

        def __eq__(self, other):
            return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    class Vertex(Base):
        __tablename__ = "vertices"
        id = sa.Column(sa.Integer, primary_key=True)
        at = composite(Point, sa.Column("x", sa.Integer), sa.Column("y", sa.Integer))

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Vertex(at=Point(1, 2)))
        session.commit()
        return session.scalars(select(Vertex).where(Vertex.at == Point(1, 2))).one().at.y


@step
def ordering_lists():
    Base = declarative_base()

    class Relay(Base):
        __tablename__ = "relays"
        id = sa.Column(sa.Integer, primary_key=True)
        legs = relationship("Leg", order_by="Leg.position", collection_class=ordering_list("position"))

    class Leg(Base):
        __tablename__ = "legs"
        id = sa.Column(sa.Integer, primary_key=True)
        relay_id = sa.Column(sa.ForeignKey("relays.id"))
        position = sa.Column(sa.Integer)
        name = sa.Column(sa.String)

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        relay = Relay(legs=[Leg(name="a"), Leg(name="c")])
        relay.legs.insert(1, Leg(name="b"))
        session.add(relay)
        session.commit()
        return [(leg.position, leg.name) for leg in relay.legs]


@step
def version_counter():
    Base = declarative_base()

    class Page(Base):
        __tablename__ = "pages"
        id = sa.Column(sa.Integer, primary_key=True)
        version = sa.Column(sa.Integer, nullable=False)
        text = sa.Column(sa.String)
        __mapper_args__ = {"version_id_col": version}

    engine = make_engine()
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        page = Page(text="one")
        session.add(page)
        session.commit()
        page.text = "two"
        session.commit()
        version = page.version
        page.text = "three"
        session.execute(sa.text("UPDATE pages SET version = 9"))
        return version, attempt(session.commit)


@step
def imperative_mapping():
    class Thing:
        pass

    mapping = registry()
    table = sa.Table("things", mapping.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String))
    mapping.map_imperatively(Thing, table)
    engine = make_engine()
    mapping.metadata.create_all(engine)
    with Session(engine) as session:
        thing = Thing()
        thing.name = "x"
        session.add(thing)
        session.commit()
        return thing.id, thing.name


@step
def automapped():
    from sqlalchemy.ext.automap import automap_base

    engine, *_ = filled()
    Base = automap_base()
    Base.prepare(autoload_with=engine)
    Clubs = Base.classes.clubs
    with Session(engine) as session:
        club = session.get(Clubs, 1)
        return sorted(Base.classes.keys()), club.name, len(club.athletes_collection)


@step
def merge():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        merged = session.merge(Club(id=1, name="Renamed"))
        session.commit()
        fresh = session.merge(Club(id=50, name="Fifty"))
        session.commit()
        return merged.name, merged.city, fresh.id


@step
def refresh_with_lock():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        sent = traced(engine)
        club = session.get(Club, 1, with_for_update=True)
        session.refresh(club, with_for_update={"nowait": True})
        return club.name, sent


@step
def yield_per_objects():
    engine, Club, Athlete, Profile, Team = filled()
    with Session(engine) as session:
        return [list(part) for part in session.scalars(select(Athlete).order_by(Athlete.id).execution_options(yield_per=2)).partitions()]


@step
def mapping_mistakes():
    said = []
    Base = declarative_base()

    def no_key():
        class Keyless(Base):
            __tablename__ = "keyless"
            name = sa.Column(sa.String)

    def no_table():
        class Tableless(Base):
            id = sa.Column(sa.Integer, primary_key=True)

    def no_target():
        class Lost(Base):
            __tablename__ = "lost"
            id = sa.Column(sa.Integer, primary_key=True)
            others = relationship("Nowhere")

        Lost()

    for mistake in (no_key, no_table, no_target):
        said.append(attempt(mistake))
    return said


@step
def two_sessions_in_turn():
    engine, Club, Athlete, Profile, Team = filled()
    one, other = Session(engine), Session(engine)
    club = one.get(Club, 1)
    club.city = "first"
    one.commit()
    seen = other.get(Club, 1).city
    other.rollback()
    club.city = "second"
    one.commit()
    said = seen, other.get(Club, 1).city
    other.close()
    one.close()
    return said
