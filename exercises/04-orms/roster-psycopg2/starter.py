import psycopg2

connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu")


def roster(city):
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM clubs")  # ask for the athletes of the city instead
    return cursor.fetchall()


for line in roster("Oslo"):
    print(line)
