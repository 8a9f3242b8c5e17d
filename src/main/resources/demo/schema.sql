create table tenant (id varchar primary key, name varchar not null);
create table person (id int primary key, email varchar not null unique, name varchar not null, role varchar not null, tenant varchar not null references tenant, secret varchar not null);
create table project (id int auto_increment primary key, tenant varchar not null references tenant, owner int not null references person, name varchar not null, stage varchar not null, summary varchar not null);
create table task (id int auto_increment primary key, project int not null references project on delete cascade, title varchar not null, done boolean not null);
create table invoice (id varchar primary key, tenant varchar not null references tenant, owner int not null references person, amount decimal(10, 2) not null, currency varchar not null, due date not null, status varchar not null, memo varchar not null);
create table note (id varchar primary key, tenant varchar not null references tenant, owner int not null references person, title varchar not null, body varchar not null);
create table file (id varchar primary key, tenant varchar not null references tenant, owner int not null references person, name varchar not null, type varchar not null, content varchar not null);
insert into tenant values ('harbor', 'Harbor Coaching'), ('north', 'North Pier Logistics'), ('south', 'Southbank Studio');
