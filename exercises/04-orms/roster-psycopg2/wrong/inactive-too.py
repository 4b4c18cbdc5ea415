# feedback: inactive
import psycopg2

connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu")


def roster(city):
    cursor = connection.cursor()
    cursor.execute(
        "SELECT a.name, c.name FROM athletes a JOIN clubs c ON c.id = a.club_id WHERE c.city = %s ORDER BY 1, 2",
        (city,),
    )
    return [{"athlete": athlete, "club": club} for athlete, club in cursor.fetchall()]
