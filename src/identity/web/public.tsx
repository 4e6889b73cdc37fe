export { useWhy } from './parts/use-why.tsx';
