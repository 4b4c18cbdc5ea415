from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


class Base(DeclarativeBase):
    pass


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    athletes: Mapped[list["Athlete"]] = relationship(back_populates="club")


class Athlete(Base):
    __tablename__ = "athletes"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    active: Mapped[bool]
    club_id: Mapped[int | None] = mapped_column(ForeignKey("clubs.id"))
    club: Mapped[Club | None] = relationship(back_populates="athletes")

session = Session(engine)


def transfer(athlete_id, club_name):
    athlete = session.get_one(Athlete, athlete_id)
    old = session.get(Club, athlete.club_id) if athlete.club_id is not None else None
    left = old and old.name
    athlete.club_id = session.scalars(select(Club.id).filter_by(name=club_name)).one()
    session.commit()
    return left
