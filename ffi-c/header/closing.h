
#endif /* KUZZLE_ERRORS_H */
