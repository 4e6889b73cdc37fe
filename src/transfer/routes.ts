import { serve, serveRaw } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { cancelImport } from './commands/cancel-import.ts';
import { checkImport } from './commands/check-import.ts';
import { downloadExport } from './commands/download-export.ts';
import { downloadResult } from './commands/download-result.ts';
import { downloadTemplate } from './commands/download-template.ts';
import { planImport } from './commands/plan-import.ts';
import { requestExport } from './commands/request-export.ts';
import { runImport } from './commands/run-import.ts';
import { startImport } from './commands/start-import.ts';
import { undoImport } from './commands/undo-import.ts';
import { uploadImport } from './commands/upload-import.ts';
import * as exporting from './contract/exports.ts';
import * as contract from './contract/imports.ts';
import { exportSource, getImport, importSource, listImportables, listImportRows } from './queries/imports.ts';

export const routes = [
  ...serveList(contract.importList, importSource),
  serve(contract.listImportables, listImportables),
  serveRaw(contract.downloadTemplate, downloadTemplate),
  serveRaw(contract.uploadImport, uploadImport),
  serve(contract.getImport, getImport),
  serve(contract.planImport, planImport(checkImport)),
  serve(contract.runImport, startImport(runImport)),
  serve(contract.cancelImport, cancelImport),
  serve(contract.undoImport, undoImport),
  serve(contract.listImportRows, listImportRows),
  serveRaw(contract.downloadResult, downloadResult),
  ...serveList(exporting.exportList, exportSource),
  serve(exporting.requestExport, requestExport),
  serveRaw(exporting.downloadExport, downloadExport),
];
