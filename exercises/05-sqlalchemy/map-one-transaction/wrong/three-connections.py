# feedback: stays-half-done
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
    with Session(engine) as session:
        session.add(Club(name=first, city="Cork"))
        session.commit()
    with engine.begin() as connection:
        connection.execute(insert(Club).values(name=second, city="Cork"))
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("INSERT INTO clubs (name, city) VALUES (%s, 'Cork')", (third,))
        connection.commit()
    finally:
        connection.close()
