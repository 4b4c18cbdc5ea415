from sqlalchemy import bindparam, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


class Base(DeclarativeBase):
    pass


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]


def written(city):
    compiled = select(Club.id, Club.name).where(Club.city == bindparam("city", city)).compile(dialect=engine.dialect)
    return [str(compiled), compiled.params]
