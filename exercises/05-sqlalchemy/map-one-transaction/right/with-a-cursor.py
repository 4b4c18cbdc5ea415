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
    session = Session(engine)
    try:
        cursor = session.connection().connection.cursor()
        cursor.execute("INSERT INTO clubs (name, city) VALUES (%s, %s)", (third, "Cork"))
        session.execute(insert(Club), [{"name": second, "city": "Cork"}])
        session.add(Club(name=first, city="Cork"))
        session.commit()
    finally:
        session.close()
