-- feedback: sql
CREATE DATABASE ClubArchive;
ALTER DATABASE ClubArchive RENAME TO ClubArchive;
