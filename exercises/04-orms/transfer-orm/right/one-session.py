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
    athlete = session.scalars(select(Athlete).where(Athlete.id == athlete_id)).one()
    left = athlete.club.name if athlete.club is not None else None
    athlete.club = session.scalars(select(Club).where(Club.name == club_name)).first()
    session.add(athlete)
    session.commit()
    return left


print(transfer(4, "Velocity"))
with Session(engine) as session:
    print(session.get(Athlete, 4).club.name)
