import type { Config } from '../config.ts';
import { localStore } from './local-store.ts';
import { s3Store } from './s3-store.ts';
import type { FileStore } from './store.ts';

/** The S3-compatible store when one is set, else the folder DATA_DIR/files. */
export function openFileStore(config: Pick<Config, 'dataDir' | 's3'>): FileStore {
  return config.s3 ? s3Store(config.s3, config.dataDir) : localStore(config.dataDir);
}
