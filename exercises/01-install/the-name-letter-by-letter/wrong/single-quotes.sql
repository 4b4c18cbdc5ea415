-- feedback: sql
CREATE DATABASE 'ClubArchive';
