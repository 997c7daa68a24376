// web/asio_impl.cpp — the one place that compiles Boost.Asio (separate compilation).
#include <boost/asio/impl/src.hpp>
