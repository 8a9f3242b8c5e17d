insert into project (id, tenant, owner, name, stage, summary) values
 (17, 'north', 2, 'Hand-over of the night shift', 'In progress', 'Reference NP-7F3K-QUARTZ. Two leads share the night shift until June.'),
 (18, 'north', 2, 'Meeting diet', 'Planned', 'Reference NP-2M9D-HERON. Half the standing meetings, none before ten.'),
 (19, 'north', 3, 'Onboarding in a week', 'Done', 'Reference NP-5T1W-ALDER. A first week that a newcomer would recommend.'),
 (23, 'south', 4, 'A studio without founders', 'In progress', 'Reference SB-8R4X-COBALT. The founders step back from daily work.'),
 (24, 'south', 4, 'Prices that hold', 'Planned', 'Reference SB-3J6V-MAPLE. One price list, and the courage to keep it.');
alter table project alter column id restart with 100;
insert into task (id, project, title, done) values
 (5, 17, 'Write the list of hand-over points (NP-TASK-OSPREY)', true),
 (6, 17, 'Shadow two nights (NP-TASK-LINDEN)', false),
 (9, 23, 'Name the second in line (SB-TASK-FALCON)', false);
alter table task alter column id restart with 100;
insert into invoice values
 ('inv_1001', 'north', 2, 1150.00, 'EUR', '2026-12-01', 'open', 'Voyage, November. Purchase order NP-PO-51877-EMBER'),
 ('inv_1002', 'north', 2, 480.00, 'EUR', '2026-11-01', 'paid', 'Pilot, October. Purchase order NP-PO-51790-TIDAL'),
 ('inv_2001', 'south', 4, 1150.00, 'EUR', '2026-12-01', 'open', 'Voyage, November. Purchase order SB-PO-00213-CEDAR'),
 ('inv_2002', 'south', 4, 1150.00, 'EUR', '2026-11-01', 'paid', 'Voyage, October. Purchase order SB-PO-00198-RAVEN');
insert into note (id, tenant, owner, title, body) values
 ('7d0c1f6e-52a4-4a0f-9d52-0c7a4e0f1a11', 'north', 2, 'After the first session', 'Alice wants fewer reports and more walks. Keyword: lantern-4471.'),
 ('0b8e2d94-7c1b-4f63-8a07-6f2b9d5c3e22', 'north', 3, 'Anna on the new team', 'Anna will ask for a second lead. Keyword: orchard-9035.'),
 ('c5a7f3b8-19de-4b2c-b1c4-3e8d7a6f4b33', 'south', 4, 'What Bob did not say', 'Bob thinks of selling his share. Keyword: granite-2268.');
insert into file values
 ('plan-night-shift', 'north', 2, 'plan-night-shift.txt', 'text/plain; charset=utf-8', 'North Pier, confidential. Rota of the night shift, copy NP-FILE-88213.'),
 ('price-list-draft', 'south', 4, 'price-list-draft.txt', 'text/plain; charset=utf-8', 'Southbank, confidential. Draft of the price list, copy SB-FILE-40177.');
