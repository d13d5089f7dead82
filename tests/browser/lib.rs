//! Journeys through the built file in real browsers.
