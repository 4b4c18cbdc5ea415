# feedback: exception
from sqlalchemy import create_engine, insert, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


class Base(DeclarativeBase):
    pass


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]


def found_clubs(first, second, third):
    with Session(engine) as session, session.begin():
        session.add(Club(name=first, city="Cork"))
        session.execute(insert(Club).values(name=second, city="Cork"))
        session.execute(text(f"INSERT INTO clubs (name, city) VALUES ('{third}', 'Cork')"))
