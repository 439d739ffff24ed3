/** The id of the button that opens the filter. */
export const FILTER_BUTTON = 'talkan-filter';
