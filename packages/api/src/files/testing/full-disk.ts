import { sql } from 'kysely';
import type { Services } from '../../context.js';

/** Leaves the database as large as it is: to SQLite that is a disk that is full. */
export async function fillDisk({ db }: Services): Promise<void> {
  await sql`pragma max_page_count = 1`.execute(db.write);
}

export async function freeDisk({ db }: Services): Promise<void> {
  await sql`pragma max_page_count = 1000000`.execute(db.write);
}
