/** So many attempts of what is tried again by itself may fail before it is an incident that people see. */
export const triesBeforeIncident = 5
