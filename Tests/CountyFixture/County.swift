// A county made for tests.
import Model
