# feedback: tuples
import psycopg2

connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu")


def roster(city):
    cursor = connection.cursor()
    cursor.execute(
        "SELECT a.name AS athlete, c.name AS club FROM athletes a JOIN clubs c ON c.id = a.club_id"
        " WHERE c.city = %s AND a.active ORDER BY a.name, c.name",
        (city,),
    )
    return cursor.fetchall()
