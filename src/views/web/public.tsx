export { useFavouriteViews } from './parts/favourite-views.ts';
export { ViewStoreProvider } from './parts/view-store-provider.tsx';
