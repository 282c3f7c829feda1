// A student's place in a class session.
