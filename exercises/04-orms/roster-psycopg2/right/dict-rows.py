import psycopg2
from psycopg2.extras import RealDictCursor

connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu", cursor_factory=RealDictCursor)


def roster(city):
    with connection, connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT athletes.name AS athlete, clubs.name AS club
            FROM clubs JOIN athletes ON athletes.club_id = clubs.id
            WHERE clubs.city = %(city)s AND active = true
            ORDER BY athlete, club
            """,
            {"city": city},
        )
        return cursor.fetchall()
