# feedback: rows
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


def roster(city):
    query = select(Athlete.name, Club.name).join(Athlete.club).where(Club.city == city, Athlete.active)
    return session.execute(query.order_by(Athlete.name, Club.name)).all()
