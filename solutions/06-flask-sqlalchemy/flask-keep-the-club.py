from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://postgres@localhost/athleticu"
db = SQLAlchemy(app)

class Club(db.Model):
    __tablename__ = "clubs"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text, nullable=False, unique=True)
    city = db.Column(db.Text, nullable=False)

    def to_dict(self):
        return {"id": self.id, "name": self.name, "city": self.city}

@app.get("/clubs")
def list_clubs():
    return [club.to_dict() for club in db.session.scalars(db.select(Club).order_by(Club.id))]

@app.post("/clubs")
def add_club():
    club = Club(name=request.json["name"], city=request.json["city"])
    db.session.add(club)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return {"error": "taken"}, 409
    return club.to_dict(), 201

client = app.test_client()
response = client.post("/clubs", json={"name": "Tideway", "city": "Aarhus"})
print(response.status, response.json)
print(client.get("/clubs").json)
