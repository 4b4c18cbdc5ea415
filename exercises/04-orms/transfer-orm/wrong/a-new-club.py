# feedback: exception
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


def transfer(athlete_id, club_name):
    with Session(engine) as session:
        athlete = session.get(Athlete, athlete_id)
        left = athlete.club.name if athlete.club else None
        athlete.club = Club(name=club_name)
        session.commit()
        return left
