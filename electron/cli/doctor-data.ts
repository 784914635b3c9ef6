import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Finding, finding } from './doctor-program.ts';

/** The data folder is there and can be written. */
export function checkFolder(folder: string): Finding {
  const mend = ['请建立数据文件夹并授予写入权限', 'Make the data folder and give the right to write there'] as const;
  const probe = join(folder, `doctor-${process.pid}.tmp`);
  try {
    writeFileSync(probe, 'x', { flush: true });
    rmSync(probe);
    return finding('data-folder', true, ['数据文件夹可写', 'The data folder can be written'], mend);
  } catch {
    return finding('data-folder', false, ['数据文件夹不可写', 'The data folder can not be written'], mend);
  }
}

/** Room for a working copy of the whole city, its log and one backup. */
const neededBytes = 4_000_000_000;

/** There is room on the disk. */
export function checkDiskSpace(folder: string): Finding {
  const mend = ['请清理磁盘，至少留出 4 GB', 'Free the disk until 4 GB are left'] as const;
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const gigabytes = (free / 1e9).toFixed(1);
    return finding('disk', free >= neededBytes, [`磁盘剩余 ${gigabytes} GB`, `${gigabytes} GB free on the disk`], mend);
  } catch {
    return finding('disk', false, ['无法读取磁盘余量', 'The free space can not be read'], mend);
  }
}

const fullSynchronous = 2;

/** The database reads, is whole, and a writer that asks for full durability gets it. A folder without one is well: it will be made. */
export function checkDatabase(folder: string): Finding {
  const mend = [
    '请勿删除文件；从备份恢复或联系技术人员',
    'Delete nothing; restore a backup or call the technician',
  ] as const;
  const file = join(folder, 'station.db');
  if (!existsSync(file))
    return finding(
      'database',
      true,
      ['尚无数据库，首次启动时建立', 'No database yet; it is made at the first start'],
      mend,
    );
  try {
    const database = new Sqlite(file, { fileMustExist: true });
    try {
      database.pragma('synchronous = FULL');
      const isFull = database.pragma('synchronous', { simple: true }) === fullSynchronous;
      const isWhole = database.pragma('quick_check(1)', { simple: true }) === 'ok';
      const version = database.pragma('user_version', { simple: true });
      const words = [`数据库完好（版本 ${version}）`, `The database is whole (version ${version})`] as const;
      return finding(
        'database',
        isFull && isWhole,
        isWhole ? words : ['数据库已损坏', 'The database is damaged'],
        mend,
      );
    } finally {
      database.close();
    }
  } catch {
    return finding('database', false, ['数据库无法读取', 'The database can not be read'], mend);
  }
}
