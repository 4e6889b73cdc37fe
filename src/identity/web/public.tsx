export { WhyDialog, type WhyDialogProps } from './parts/why-dialog.tsx';
