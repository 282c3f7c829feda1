package org.tutortimes.model.classes;

/// A text that students read in a class session.
///
/// @param id unique within the class session
public record Passage(String id, String text) {}
