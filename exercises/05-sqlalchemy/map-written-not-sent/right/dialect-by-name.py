from sqlalchemy import Column, Integer, MetaData, Table, Text, select
from sqlalchemy.dialects.postgresql import psycopg2

clubs = Table("clubs", MetaData(), Column("id", Integer), Column("name", Text), Column("city", Text))


def written(city):
    query = select(clubs.c["id", "name"]).filter_by(city=city)
    compiled = query.compile(dialect=psycopg2.dialect())
    return compiled.string, dict(compiled.params)
