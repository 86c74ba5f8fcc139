# Plain Japanese: this room is read by privacy officers only
