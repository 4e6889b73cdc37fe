export { ApprovalProgress } from './parts/approval-progress.tsx';
