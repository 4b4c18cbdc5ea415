from sqlalchemy import text
from datetime import date
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

class Base(DeclarativeBase): pass

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    born_on: Mapped[date]
    email: Mapped[str | None]

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")

def enrol(name, born_on):
    with Session(engine) as session:
        number = session.scalar(text("SELECT nextval(pg_get_serial_sequence('athletes', 'id'))"))
        session.execute(
            text(
                "INSERT INTO athletes (id, name, born_on, email) OVERRIDING SYSTEM VALUE"
                " VALUES (:id, :name, :born_on, :email)"
            ),
            {"id": number, "name": name, "born_on": born_on, "email": f"athlete-{number}@example.org"},
        )
        session.commit()
        return number
