/** Where HubSpot's API is found. */
export const API = 'https://api.hubapi.com';
